package com.cruddur.messages.http;

import com.cruddur.messages.message.ErrorCode;
import com.cruddur.messages.message.Page;
import com.cruddur.messages.message.PageRequest;
import com.cruddur.messages.message.Position;
import com.cruddur.messages.message.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a list is asked for, `limit`, `cursor` and `year`, and how its pages are linked.
///
/// @param sub the caller
/// @param page what is wanted
public record ListRequest(String path, String sub, PageRequest page) {
  /// Reads the query of `request`.
  ///
  /// @param defaultLimit the length of a page when `limit` is not given
  /// @param alreadyFound what was found wrong with the rest of the request, to be reported along
  /// @throws RefusedException with all codes that apply
  public static ListRequest of(ApiRequest request, int defaultLimit, List<ErrorCode> alreadyFound) {
    var codes = new ArrayList<>(alreadyFound);
    var sub = request.sub().orElse("");
    if (sub.isEmpty()) {
      codes.add(ErrorCode.COGNITO_USER_ID_BLANK);
    }
    var limit = request.query("limit").map(ListRequest::limit).orElse(defaultLimit);
    if (limit < 1) {
      codes.add(ErrorCode.LIMIT_INVALID);
    }
    var year = request.query("year");
    if (year.isPresent() && !year.get().matches("[0-9]{4}")) {
      codes.add(ErrorCode.YEAR_INVALID);
    }
    Optional<Position> from = Optional.empty();
    try {
      from = request.query("cursor").map(new Cursor(request.path(), year, sub)::decode);
    } catch (RefusedException e) {
      codes.addAll(e.codes());
    }
    if (!codes.isEmpty()) {
      throw new RefusedException(codes);
    }
    return new ListRequest(request.path(), sub, new PageRequest(limit, from, year));
  }

  // 0 for what is not a whole number from 1 to the longest page.
  private static int limit(String text) {
    if (!text.matches("[0-9]{1,3}")) {
      return 0;
    }
    var limit = Integer.parseInt(text);
    return limit > PageRequest.MAX_LIMIT ? 0 : limit;
  }

  /// The `Link` header for `answer`: `next` to what is older and `prev` to what is newer, both with
  /// the limit and the year of this request. Empty when there is neither.
  ///
  /// See <https://www.rfc-editor.org/rfc/rfc8288>
  public String links(Page<?> answer) {
    var links = new ArrayList<String>();
    answer.older().ifPresent(position -> links.add(link(position, "next")));
    answer.newer().ifPresent(position -> links.add(link(position, "prev")));
    return String.join(", ", links);
  }

  private String link(Position position, String relation) {
    var year = page.year().map(y -> "&year=" + y).orElse("");
    var cursor = new Cursor(path, page.year(), sub).encode(position);
    return "<%s?limit=%d%s&cursor=%s>; rel=\"%s\""
        .formatted(path, page.limit(), year, cursor, relation);
  }
}
