package com.cruddur.messages.template;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;

import com.cruddur.messages.table.MessagesTableSchema;
import com.cruddur.messages.template.Synthesis.Apps;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(Synthesis.class)
class TableTest {
  private static final String NAME = "cruddur-messages";

  @ParameterizedTest
  @CsvSource({"dev, false", "prod, true"})
  void tableIsTheOneThatTheFunctionsAreTestedWith(String stage, boolean retained, Apps apps) {
    var expected = SdkJson.of(MessagesTableSchema.createTable(NAME));
    // CloudFormation takes the kind of images for it.
    ((Map<?, ?>) expected.get("StreamSpecification")).remove("StreamEnabled");
    expected.put(
        "TimeToLiveSpecification",
        SdkJson.of(MessagesTableSchema.timeToLive(NAME)).get("TimeToLiveSpecification"));
    expected.put("PointInTimeRecoverySpecification", Map.of("PointInTimeRecoveryEnabled", true));
    expected.put("DeletionProtectionEnabled", retained);

    var data = ReadableTemplate.of(apps.stage(stage), SynthesizedApp.DATA);
    assertThatJson(data.untagged("MessagesTable/Table")).isEqualTo(expected);
  }
}
