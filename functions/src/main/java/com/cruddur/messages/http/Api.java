package com.cruddur.messages.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.cruddur.messages.message.ErrorCode;
import com.cruddur.messages.message.RefusedException;
import com.cruddur.messages.table.DynamoDb;
import com.cruddur.messages.user.UserDirectoryUnavailableException;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/// The one place where what goes wrong becomes an HTTP answer. Nothing of an exception reaches the
/// caller; everything of it reaches the log, with the request id.
public final class Api {
  private static final Logger LOG = LoggerFactory.getLogger(Api.class);

  private Api() {}

  /// Answers `event` with what `work` makes of it, or with the error codes of what it throws.
  public static APIGatewayV2HTTPResponse answer(
      APIGatewayV2HTTPEvent event,
      Context context,
      Function<ApiRequest, APIGatewayV2HTTPResponse> work) {
    try {
      return work.apply(new ApiRequest(event));
    } catch (RefusedException e) {
      return ApiResponse.error(e.codes());
    } catch (UserDirectoryUnavailableException e) {
      LOG.error("request {}: users cannot be looked up", context.getAwsRequestId(), e);
      return ApiResponse.error(List.of(ErrorCode.UNAVAILABLE));
    } catch (SdkException e) {
      LOG.error("request {}: DynamoDB failed", context.getAwsRequestId(), e);
      return ApiResponse.error(
          List.of(DynamoDb.mayRecover(e) ? ErrorCode.UNAVAILABLE : ErrorCode.INTERNAL_ERROR));
    } catch (RuntimeException e) {
      LOG.error("request {} failed", context.getAwsRequestId(), e);
      return ApiResponse.error(List.of(ErrorCode.INTERNAL_ERROR));
    }
  }
}
