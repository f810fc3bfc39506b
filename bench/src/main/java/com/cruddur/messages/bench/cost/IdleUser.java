package com.cruddur.messages.bench.cost;

/// What is kept of a user who has been here and does not come back.
///
/// @param conversations he has, each with an inbox row and a membership of his
/// @param messages he has sent
record IdleUser(int conversations, int messages) {
  // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
  private static final int OVERHEAD_OF_ROW = 100;
  // Names and values of the attributes, with texts of 40 letters and names of 12.
  private static final int INBOX_ROW = 274;
  private static final int MEMBERSHIP = 80;
  private static final int MESSAGE = 268;
  // A row with its entries in the indexes.
  private static final int DATABASE_ROW = 500;
  private static final double GB = 1e9;

  double tableBytes(boolean memberships) {
    // Both the table and the index have the whole inbox row.
    var inbox = conversations * 2.0 * (INBOX_ROW + OVERHEAD_OF_ROW);
    var members = memberships ? conversations * (MEMBERSHIP + OVERHEAD_OF_ROW) : 0;
    return inbox + members + messages * (MESSAGE + OVERHEAD_OF_ROW);
  }

  /// Dollars a month for so many of them.
  ///
  /// @param memberships whether each conversation has a row that says who is in it
  double dollars(int users, boolean memberships) {
    var table = users * tableBytes(memberships) / GB;
    return table * (ListPrices.TABLE_GB_MONTH + ListPrices.BACKUP_GB_MONTH)
        + users * DATABASE_ROW / GB * ListPrices.DATABASE_GB_MONTH;
  }
}
