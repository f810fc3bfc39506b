"""The messages of the Python service, patterns A, B and C, for gunicorn: the caller's token is verified with the sign-in's public
key, he is looked up in Postgres, the rows are read and written with boto3. Connections are kept, as the old service's pool kept
them.

What it got wrong is not repeated where that would be cheaper (it asked no table who is a member, and neither does this).
"""

import json
import os
import uuid
from datetime import datetime, timezone
from urllib.request import urlopen

import boto3
import jwt
import psycopg2
from flask import Flask, Response, request

app = Flask(__name__)
table = os.environ["TABLE_NAME"]
dynamodb = boto3.client("dynamodb", endpoint_url=os.environ["AWS_ENDPOINT_URL_DYNAMODB"])
database = psycopg2.connect(os.environ["POSTGRES_URL"])
database.autocommit = True
with urlopen(os.environ["JWKS_URL"]) as jwks:
    key = jwt.PyJWK(json.load(jwks)["keys"][0]).key


def caller():
    token = request.headers["Authorization"].removeprefix("Bearer ")
    sub = jwt.decode(token, key, algorithms=["RS256"])["sub"]
    with database.cursor() as cursor:
        cursor.execute(
            "SELECT uuid, display_name, handle FROM public.users WHERE cognito_user_id = %s", (sub,)
        )
        return cursor.fetchone()


def query(pk, limit):
    return dynamodb.query(
        TableName=table,
        KeyConditionExpression="pk = :pk",
        ScanIndexForward=False,
        Limit=limit,
        ExpressionAttributeValues={":pk": {"S": pk}},
    )["Items"]


def answer(value):
    return Response(json.dumps(value), mimetype="application/json")


@app.get("/api/message_groups")
def list_message_groups():
    user_uuid, _, _ = caller()
    return answer(
        [
            {
                "uuid": item["message_group_uuid"]["S"],
                "display_name": item["user_display_name"]["S"],
                "handle": item["user_handle"]["S"],
                "message": item["message"]["S"],
                "created_at": item["sk"]["S"],
            }
            for item in query(f"GRP#{user_uuid}", 20)
        ]
    )


@app.get("/api/messages/<message_group_uuid>")
def list_messages(message_group_uuid):
    caller()
    items = query(f"MSG#{message_group_uuid}", 100)
    items.reverse()
    return answer(
        [
            {
                "uuid": item["message_uuid"]["S"],
                "display_name": item["user_display_name"]["S"],
                "handle": item["user_handle"]["S"],
                "message": item["message"]["S"],
                "created_at": item["sk"]["S"],
            }
            for item in items
        ]
    )


@app.post("/api/messages")
def create_message():
    user_uuid, display_name, handle = caller()
    body = request.get_json()
    created_at = datetime.now(timezone.utc).isoformat()
    message_uuid = str(uuid.uuid4())
    dynamodb.put_item(
        TableName=table,
        Item={
            "pk": {"S": f"MSG#{body['message_group_uuid']}"},
            "sk": {"S": created_at},
            "message": {"S": body["message"]},
            "message_uuid": {"S": message_uuid},
            "user_uuid": {"S": str(user_uuid)},
            "user_display_name": {"S": display_name},
            "user_handle": {"S": handle},
        },
    )
    return answer(
        {
            "message_group_uuid": body["message_group_uuid"],
            "uuid": message_uuid,
            "display_name": display_name,
            "handle": handle,
            "message": body["message"],
            "created_at": created_at,
        }
    )
