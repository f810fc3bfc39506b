package com.cruddur.messages.cli;

import com.cruddur.messages.table.DynamoDb;
import com.cruddur.messages.user.UserDirectoryUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Set;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;

/// What went wrong, in one line for the operator, and the exit code that goes with it.
record Failure(int exitCode, String message) {
  private static final int FORBIDDEN = 403;

  // DynamoDB says 400 where other services say 403.
  private static final Set<String> LETS_NOBODY_IN =
      Set.of(
          "AccessDeniedException",
          "ExpiredTokenException",
          "IncompleteSignatureException",
          "InvalidSignatureException",
          "MissingAuthenticationTokenException",
          "NotAuthorizedException",
          "UnrecognizedClientException");

  private static final Set<String> IS_NO_POOL =
      Set.of("InvalidParameterException", "ResourceNotFoundException");

  static int ofParameters(ParameterException e, String[] arguments) {
    var line = e.getCommandLine();
    var name = line.getCommandSpec().qualifiedName();
    line.getErr().printf("cruddur: %s; see bin/%s --help%n", oneLine(e.getMessage()), name);
    return ExitCode.WRONG_USE;
  }

  static int ofExecution(Exception e, CommandLine command, ParseResult parsed) {
    if (e instanceof ClosedOutputException closed && closed.isReaderGone()) {
      return ExitCode.DONE;
    }
    var failure = of(e);
    command.getErr().println("cruddur: " + oneLine(failure.message()));
    LoggerFactory.getLogger(Failure.class).info("the command failed", e);
    return failure.exitCode();
  }

  private static Failure of(Exception e) {
    return switch (e) {
      case CommandException said -> new Failure(said.exitCode(), said.getMessage());
      case ClosedOutputException closed ->
          new Failure(
              ExitCode.PROBLEMS,
              "standard output takes no more (%s): what was written is not whole"
                  .formatted(closed.getMessage()));
      case NoSuchBucketException _ ->
          new Failure(ExitCode.WRONG_USE, "there is no such bucket in S3: is its name right?");
      case ResourceNotFoundException _ ->
          new Failure(
              ExitCode.WRONG_USE,
              "there is no such table: name another one with --table (bin/cruddur ddb list-tables"
                  + " shows which there are), or make it with bin/cruddur ddb schema-load");
      case CognitoIdentityProviderException pool when IS_NO_POOL.contains(code(pool)) ->
          new Failure(
              ExitCode.WRONG_USE,
              "Cognito does not know it (%s): is --user-pool-id or AWS_COGNITO_USER_POOL_ID right, and"
                      .formatted(words(pool))
                  + " AWS_PROFILE of the same account?");
      case AwsServiceException answer when letsNobodyIn(answer) ->
          unreachable(
              "AWS lets these credentials not do that (%s): sign in again, or use other ones"
                  .formatted(words(answer)));
      case DynamoDbException refused when "ValidationException".equals(code(refused)) ->
          new Failure(ExitCode.WRONG_USE, "DynamoDB refuses it: " + words(refused));
      case AwsServiceException answer when code(answer).isEmpty() ->
          unreachable(
              "what answers there is none of AWS's services (status %d): is the endpoint right?"
                  .formatted(answer.statusCode()));
      case SdkClientException client -> unreachable(explain(String.valueOf(client.getMessage())));
      case SdkException sdk when DynamoDb.mayRecover(sdk) ->
          unreachable("AWS did not do it now (" + sdk.getMessage() + "): try again later");
      case UserDirectoryUnavailableException users ->
          unreachable(
              users.getMessage() + ": does the database run, and is DATABASE_URL right for it?");
      case SQLException sql -> DatabaseFailure.of(sql);
      case UncheckedIOException io -> of(io.getCause());
      case IOException io -> new Failure(ExitCode.PROBLEMS, reason(io));
      default ->
          new Failure(
              ExitCode.PROBLEMS,
              "this failed unexpectedly (%s); --verbose shows where".formatted(reason(e)));
    };
  }

  private static boolean letsNobodyIn(AwsServiceException e) {
    return e.statusCode() == FORBIDDEN || LETS_NOBODY_IN.contains(code(e));
  }

  private static String code(AwsServiceException e) {
    return e.awsErrorDetails() == null || e.awsErrorDetails().errorCode() == null
        ? ""
        : e.awsErrorDetails().errorCode();
  }

  // A proxy answers without details.
  private static String words(AwsServiceException e) {
    return e.awsErrorDetails() == null
        ? "status " + e.statusCode()
        : e.awsErrorDetails().errorMessage();
  }

  private static String explain(String message) {
    if (message.contains("load region")) {
      return "no AWS region is set: set AWS_REGION or AWS_PROFILE, or name a local table with"
          + " --endpoint (bin/dev prints it)";
    }
    if (message.contains("load credentials")) {
      return "no AWS credentials are found: set AWS_PROFILE or sign in (aws configure, aws sso"
          + " login), or name a local table with --endpoint (bin/dev prints it)";
    }
    return "the backend cannot be reached (%s): does it run, and is the endpoint right?"
        .formatted(message);
  }

  private static Failure unreachable(String message) {
    return new Failure(ExitCode.UNREACHABLE, message);
  }

  private static String reason(Exception e) {
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }

  private static String oneLine(String message) {
    return Printable.of(message.strip().replaceAll("\\s*\\R\\s*", " "));
  }
}
