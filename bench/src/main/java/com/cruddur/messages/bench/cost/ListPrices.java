package com.cruddur.messages.bench.cost;

/// AWS's list prices of us-east-1 in November 2025, in dollars, free tiers left out.
///
/// See <https://aws.amazon.com/dynamodb/pricing/on-demand/>,
/// <https://aws.amazon.com/lambda/pricing/>, <https://aws.amazon.com/api-gateway/pricing/>,
/// <https://aws.amazon.com/cloudwatch/pricing/>, <https://aws.amazon.com/xray/pricing/>,
/// <https://aws.amazon.com/rds/aurora/pricing/>, <https://aws.amazon.com/fargate/pricing/>,
/// <https://aws.amazon.com/elasticloadbalancing/pricing/>
final class ListPrices {
  /// A million write request units of a table on demand.
  static final double MILLION_WRITES = 0.625;

  /// A million read request units.
  static final double MILLION_READS = 0.125;

  /// What Lambda reads of a table's stream for a function is free.
  static final double STREAM_READS_OF_LAMBDA = 0;

  /// A million calls of functions.
  static final double MILLION_CALLS = 0.20;

  /// A gigabyte of a function's memory for a second, on arm64.
  static final double GB_SECOND = 0.0000133334;

  /// A million calls of an HTTP API, of up to 512 KB.
  static final double MILLION_API_CALLS = 1.00;

  /// A gigabyte of log taken in.
  static final double LOG_GB = 0.50;

  /// A million traces recorded.
  static final double MILLION_TRACES = 5.00;

  /// A gigabyte of a table and its indexes for a month.
  static final double TABLE_GB_MONTH = 0.25;

  /// A gigabyte of a table under point-in-time recovery for a month.
  static final double BACKUP_GB_MONTH = 0.20;

  /// A gigabyte of an Aurora database for a month.
  static final double DATABASE_GB_MONTH = 0.10;

  /// An Aurora capacity unit for an hour; none are used while the database sleeps.
  static final double DATABASE_UNIT_HOUR = 0.12;

  /// An alarm for a month.
  static final double ALARM_MONTH = 0.10;

  /// A metric of one's own, or of an event source mapping, for a month.
  static final double METRIC_MONTH = 0.30;

  /// A container's virtual processor for an hour (Fargate, x86).
  static final double CONTAINER_CPU_HOUR = 0.04048;

  /// A gigabyte of a container's memory for an hour.
  static final double CONTAINER_GB_HOUR = 0.004445;

  /// A load balancer for an hour, without its traffic.
  static final double BALANCER_HOUR = 0.0225;

  private ListPrices() {}
}
