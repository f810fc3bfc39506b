package com.cruddur.messages.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;

/// A request of the AWS SDK as the JSON that it is sent as, whose names are CloudFormation's, too.
final class SdkJson {
  private SdkJson() {}

  static Map<String, Object> of(SdkPojo request) {
    var json = new LinkedHashMap<String, Object>();
    for (var field : request.sdkFields()) {
      var value = field.getValueOrDefault(request);
      if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
        json.put(field.locationName(), json(value));
      }
    }
    return json;
  }

  private static Object json(Object value) {
    return switch (value) {
      case SdkPojo pojo -> of(pojo);
      case List<?> list -> list.stream().map(SdkJson::json).toList();
      default -> value;
    };
  }
}
