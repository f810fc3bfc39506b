import * as api from './api.js';
import * as auth from './auth.js';

const POLL_MILLIS = 2000;
const $ = id => document.getElementById(id);
const open = { group: null, older: null, newer: null, seen: new Set() };
let olderGroups = null;
let groupsFrom = null;

const show = (id, visible) => { $(id).hidden = !visible; };

const fail = error => {
  if (error instanceof api.SignedOut) {
    auth.signOut();
    render();
  }
  $('error').textContent = error.message;
  show('error', true);
};

const attempt = work => async event => {
  event?.preventDefault();
  show('error', false);
  try {
    await work(event);
  } catch (error) {
    fail(error);
  }
};

const element = (name, text, className) => {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
};

const time = at => {
  const made = element('time', new Date(at).toLocaleString([], { dateStyle: 'short', timeStyle: 'short' }));
  made.dateTime = at;
  return made;
};

const groupItem = group => {
  const button = element('button', '');
  button.type = 'button';
  button.dataset.group = group.uuid;
  button.setAttribute('aria-current', String(group.uuid === open.group));
  button.append(element('b', group.display_name), ` @${group.handle} `, time(group.created_at),
    element('span', group.message, 'text'));
  button.addEventListener('click', attempt(() => openGroup(group.uuid, group.display_name)));
  const item = document.createElement('li');
  item.append(button);
  return item;
};

const loadGroups = async () => {
  const page = await api.groups();
  const text = JSON.stringify(page.items);
  if (text === groupsFrom) return;
  groupsFrom = text;
  $('groups').replaceChildren(...page.items.map(groupItem));
  olderGroups = page.links.next;
  show('more-groups', olderGroups);
};

const moreGroups = async () => {
  const page = await api.list(olderGroups);
  $('groups').append(...page.items.map(groupItem));
  olderGroups = page.links.next;
  show('more-groups', olderGroups);
};

const messageItems = messages => messages
  .filter(message => !open.seen.has(message.uuid))
  .map(message => {
    open.seen.add(message.uuid);
    const item = element('li', message.message, message.handle === auth.handle() ? 'mine' : '');
    item.append(time(message.created_at));
    return item;
  });

const openGroup = async (uuid, title) => {
  const page = await api.messages(uuid);
  Object.assign(open, { group: uuid, older: page.links.next, newer: page.links.prev, seen: new Set() });
  $('title').textContent = title;
  $('list').replaceChildren(...messageItems(page.items));
  show('conversation', true);
  show('older', open.older);
  $('messages').classList.add('reading');
  for (const button of $('groups').querySelectorAll('button')) {
    button.setAttribute('aria-current', String(button.dataset.group === uuid));
  }
  $('scroll').scrollTop = $('scroll').scrollHeight;
};

const loadOlder = async () => {
  const page = await api.list(open.older);
  const before = $('scroll').scrollHeight;
  $('list').prepend(...messageItems(page.items));
  open.older = page.links.next;
  show('older', open.older);
  $('scroll').scrollTop += $('scroll').scrollHeight - before;
};

const loadNewer = async () => {
  const group = open.group;
  if (!open.newer) return;
  const page = await api.list(open.newer);
  if (group !== open.group || page.items.length === 0) return;
  const scroll = $('scroll');
  const atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 40;
  $('list').append(...messageItems(page.items));
  open.newer = page.links.prev ?? open.newer;
  if (atEnd) scroll.scrollTop = scroll.scrollHeight;
};

// One key a draft: sending the same one again after an error sends it once.
const keys = new Map();
const sendOnce = async fields => {
  const draft = JSON.stringify(fields);
  if (!keys.has(draft)) keys.set(draft, crypto.randomUUID());
  const sent = await api.send(fields, keys.get(draft));
  keys.delete(draft);
  return sent;
};

const send = async () => {
  await sendOnce({ message: $('text').value, message_group_uuid: open.group });
  $('text').value = '';
  await loadNewer();
  $('scroll').scrollTop = $('scroll').scrollHeight;
};

const start = async () => {
  const handle = $('receiver').value.trim().replace(/^@/, '');
  const sent = await sendOnce({ message: $('opening').value, handle });
  $('start').reset();
  await loadGroups();
  await openGroup(sent.message_group_uuid, `@${handle}`);
};

const poll = async () => {
  try {
    if (auth.token() && !document.hidden) {
      await loadGroups();
      await loadNewer();
    }
  } catch (error) {
    fail(error);
  }
  setTimeout(poll, POLL_MILLIS);
};

const render = () => {
  const signedIn = Boolean(auth.token());
  show('welcome', !signedIn);
  show('messages', signedIn);
  show('who', signedIn);
  if (signedIn) $('handle').textContent = `@${auth.handle()}`;
};

$('sign-in').addEventListener('click', attempt(auth.signIn));
$('sign-out').addEventListener('click', () => { auth.signOut(); location.assign('/'); });
$('more-groups').addEventListener('click', attempt(moreGroups));
$('older').addEventListener('click', attempt(loadOlder));
$('back').addEventListener('click', () => $('messages').classList.remove('reading'));
$('send').addEventListener('submit', attempt(send));
$('start').addEventListener('submit', attempt(start));
$('text').addEventListener('keydown', event => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    $('send').requestSubmit();
  }
});

await attempt(auth.finishSignIn)();
render();
await poll();
