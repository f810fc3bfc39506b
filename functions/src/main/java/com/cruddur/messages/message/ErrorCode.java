package com.cruddur.messages.message;

/// What can be wrong with a request, by the code a caller sees. The codes are the contract with
/// front ends, spelling included.
public enum ErrorCode {
  BODY_INVALID("body_invalid"),
  COGNITO_USER_ID_BLANK("cognito_user_id_blank"),
  CURSOR_INVALID("cursor_invalid"),
  LIMIT_INVALID("limit_invalid"),
  MESSAGE_BLANK("message_blank"),
  MESSAGE_EXCEED_MAX_CHARS("message_exceed_max_chars"),
  MESSAGE_GROUP_NOT_FOUND("message_group_not_found"),
  MESSAGE_GROUP_UUID_BLANK("message_group_uuid_blank"),
  MESSAGE_GROUP_UUID_INVALID("message_group_uuid_invalid"),
  RECEIVER_IS_SENDER("receiver_is_sender"),
  RECEIVER_NOT_FOUND("receiver_not_found"),
  SENDER_NOT_FOUND("sender_not_found"),
  USER_NOT_FOUND("user_not_found"),
  USER_RECIEVER_HANDLE_BLANK("user_reciever_handle_blank"),
  YEAR_INVALID("year_invalid"),
  INTERNAL_ERROR("internal_error"),
  UNAVAILABLE("unavailable");

  private final String code;

  ErrorCode(String code) {
    this.code = code;
  }

  /// The code as it stands in an answer.
  public String code() {
    return code;
  }
}
