// A CloudFront function: the routes of the page are all one file.
// By their beginning, not by what looks like a file's name: handles have dots.
function handler(event) {
  var request = event.request;
  if (request.uri === '/messages' || request.uri.startsWith('/messages/')) {
    request.uri = '/index.html';
  }
  return request;
}
