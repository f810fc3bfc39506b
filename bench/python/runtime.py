"""The loop of a custom runtime, as short as it can be: asks Lambda's Runtime API for an event, calls the handler, answers.

https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
"""

import http.client
import importlib
import json
import os
import sys

ROOT = "/2018-06-01/runtime/invocation/"


def main():
    handler = importlib.import_module(sys.argv[1]).handler
    api = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
    while True:
        api.request("GET", ROOT + "next")
        response = api.getresponse()
        request_id = response.headers["Lambda-Runtime-Aws-Request-Id"]
        answer = handler(json.loads(response.read()), None)
        api.request("POST", ROOT + request_id + "/response", json.dumps(answer))
        api.getresponse().read()


main()
