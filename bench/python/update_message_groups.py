"""Pattern E as the Python service's stream function does it: one record a call, and for each inbox row of the group a delete and
a put. The batch size is 1, as it was deployed with.
"""

import os

import boto3

dynamodb = boto3.client("dynamodb", endpoint_url=os.environ["AWS_ENDPOINT_URL_DYNAMODB"])
table = os.environ["TABLE_NAME"]


def handler(event, context):
    record = event["Records"][0]["dynamodb"]
    group_uuid = record["Keys"]["pk"]["S"].removeprefix("MSG#")
    rows = dynamodb.query(
        TableName=table,
        IndexName="message-group-sk-index",
        KeyConditionExpression="message_group_uuid = :group",
        ExpressionAttributeValues={":group": {"S": group_uuid}},
    )["Items"]
    for row in rows:
        dynamodb.delete_item(TableName=table, Key={"pk": row["pk"], "sk": row["sk"]})
        dynamodb.put_item(
            TableName=table,
            Item={**row, "sk": record["Keys"]["sk"], "message": record["NewImage"]["message"]},
        )
    return {}
