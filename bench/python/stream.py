"""Reads the table's stream without pause and calls pattern E's function with one record a call, as it was deployed.

Prints `reading` when it has found the end of the stream; what is written from then on is moved.
"""

import os

import boto3

import update_message_groups

dynamodb = boto3.client("dynamodb", endpoint_url=os.environ["AWS_ENDPOINT_URL_DYNAMODB"])
streams = boto3.client("dynamodbstreams", endpoint_url=os.environ["AWS_ENDPOINT_URL_DYNAMODB"])


def is_message(record):
    return record["eventName"] == "INSERT" and record["dynamodb"]["Keys"]["pk"]["S"].startswith("MSG#")


def main():
    arn = dynamodb.describe_table(TableName=os.environ["TABLE_NAME"])["Table"]["LatestStreamArn"]
    shard = streams.describe_stream(StreamArn=arn)["StreamDescription"]["Shards"][-1]["ShardId"]
    iterator = streams.get_shard_iterator(StreamArn=arn, ShardId=shard, ShardIteratorType="LATEST")["ShardIterator"]
    print("reading", flush=True)
    while iterator:
        read = streams.get_records(ShardIterator=iterator)
        iterator = read.get("NextShardIterator")
        for record in filter(is_message, read["Records"]):
            update_message_groups.handler({"Records": [record]}, None)


main()
