"""Sends messages one after the other as the Python service does, with its stream function in a process of its own, and prints how
many milliseconds each takes until both members' inboxes show it, a line each:

    post_to_inbox.py MESSAGES WARM_UP
"""

import os
import subprocess
import sys
import time
import uuid
from datetime import datetime, timezone

import boto3

table = os.environ["TABLE_NAME"]
dynamodb = boto3.client("dynamodb", endpoint_url=os.environ["AWS_ENDPOINT_URL_DYNAMODB"])
members = [str(uuid.uuid4()), str(uuid.uuid4())]
group = str(uuid.uuid4())


def now():
    return datetime.now(timezone.utc).isoformat()


def put_inbox_row(member, other):
    dynamodb.put_item(
        TableName=table,
        Item={
            "pk": {"S": f"GRP#{member}"},
            "sk": {"S": now()},
            "message_group_uuid": {"S": group},
            "message": {"S": "first"},
            "user_uuid": {"S": other},
            "user_display_name": {"S": "Display Name"},
            "user_handle": {"S": "handle"},
        },
    )


def send(text):
    dynamodb.put_item(
        TableName=table,
        Item={
            "pk": {"S": f"MSG#{group}"},
            "sk": {"S": now()},
            "message": {"S": text},
            "message_uuid": {"S": str(uuid.uuid4())},
            "user_uuid": {"S": members[0]},
            "user_display_name": {"S": "Display Name"},
            "user_handle": {"S": "handle"},
        },
    )


def shows(member, text):
    rows = dynamodb.query(
        TableName=table,
        KeyConditionExpression="pk = :pk",
        ExpressionAttributeValues={":pk": {"S": f"GRP#{member}"}},
        ScanIndexForward=False,
        Limit=20,
    )["Items"]
    return any(row["message"]["S"] == text for row in rows)


def until_shown():
    text = f"message {uuid.uuid4()}"
    start = time.perf_counter()
    send(text)
    while not all(shows(member, text) for member in members):
        if time.perf_counter() - start > 30:
            sys.exit("not in both inboxes after 30 s")
    return 1000 * (time.perf_counter() - start)


def main():
    messages, warm_up = int(sys.argv[1]), int(sys.argv[2])
    put_inbox_row(*members)
    put_inbox_row(*reversed(members))
    stream = os.path.join(os.path.dirname(__file__), "stream.py")
    with subprocess.Popen([sys.executable, stream], stdout=subprocess.PIPE, text=True) as reader:
        try:
            if reader.stdout.readline() != "reading\n":
                sys.exit("the stream was not read")
            for _ in range(warm_up):
                until_shown()
            for _ in range(messages):
                print(until_shown())
        finally:
            reader.terminate()


main()
