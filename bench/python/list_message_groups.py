"""Pattern B as a Python function: the caller is looked up in Postgres, his inbox in DynamoDB. Both connections are kept.

The queries are those of the Python service; what it got wrong is not repeated here (the calendar's year, no paging).
"""

import json
import os

import boto3
import psycopg2

dynamodb = boto3.client("dynamodb", endpoint_url=os.environ["AWS_ENDPOINT_URL_DYNAMODB"])
database = psycopg2.connect(os.environ["POSTGRES_URL"])
database.autocommit = True


def handler(event, context):
    sub = event["requestContext"]["authorizer"]["jwt"]["claims"]["sub"]
    with database.cursor() as cursor:
        cursor.execute("SELECT uuid FROM public.users WHERE cognito_user_id = %s", (sub,))
        (user_uuid,) = cursor.fetchone()
    answer = dynamodb.query(
        TableName=os.environ["TABLE_NAME"],
        KeyConditionExpression="pk = :pk",
        ScanIndexForward=False,
        ConsistentRead=True,
        Limit=21,
        ExpressionAttributeValues={":pk": {"S": f"GRP#{user_uuid}"}},
    )
    groups = [
        {
            "uuid": item["message_group_uuid"]["S"],
            "display_name": item["user_display_name"]["S"],
            "handle": item["user_handle"]["S"],
            "message": item["message"]["S"],
            "created_at": item["sk"]["S"],
        }
        for item in answer["Items"][:20]
    ]
    return {
        "statusCode": 200,
        "headers": {"content-type": "application/json"},
        "body": json.dumps(groups),
    }
