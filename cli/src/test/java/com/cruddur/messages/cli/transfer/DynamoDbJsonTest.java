package com.cruddur.messages.cli.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoDbJsonTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"S\":\"héllo \\u0000\\u001b\\u007f\\u2028 \uD83D\uDE00\"}",
        "{\"S\":\"\"}",
        "{\"N\":\"-12.50\"}",
        "{\"N\":\"9.9999999999999999999999999999999999999E+125\"}",
        "{\"N\":\"-1E-130\"}",
        "{\"N\":\"0E-500\"}",
        "{\"B\":\"AP8Q\"}",
        "{\"B\":\"\"}",
        "{\"BOOL\":true}",
        "{\"BOOL\":false}",
        "{\"NULL\":true}",
        "{\"M\":{}}",
        "{\"M\":{\"a\":{\"M\":{\"b\":{\"L\":[{\"B\":\"AA==\"},{\"NULL\":true}]}}}}}",
        "{\"L\":[]}",
        "{\"L\":[{\"S\":\"a\"},{\"S\":\"a\"},{\"L\":[{\"N\":\"1\"}]}]}",
        "{\"SS\":[\"b\",\"a\",\"\"]}",
        "{\"NS\":[\"2\",\"1\"]}",
        "{\"BS\":[\"AA==\",\"AQ==\"]}"
      })
  void everyTypeComesBackAsItWas(String value) throws JsonProcessingException {
    var json = JSON.readTree("{\"x\":" + value + "}");

    assertThat(DynamoDbJson.toJson(DynamoDbJson.fromJson(json))).isEqualTo(json);
  }

  @Test
  void attributesBecomeWhatTheSdkCallsThem() throws JsonProcessingException {
    var row =
        Map.ofEntries(
            Map.entry("s", AttributeValue.fromS("text")),
            Map.entry("n", AttributeValue.fromN("1")),
            Map.entry("b", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {0, -1}))),
            Map.entry("bool", AttributeValue.fromBool(false)),
            Map.entry("null", AttributeValue.fromNul(true)),
            Map.entry("m", AttributeValue.fromM(Map.of("k", AttributeValue.fromS("v")))),
            Map.entry("l", AttributeValue.fromL(List.of(AttributeValue.fromN("2")))),
            Map.entry("ss", AttributeValue.fromSs(List.of("a"))),
            Map.entry("ns", AttributeValue.fromNs(List.of("3"))),
            Map.entry(
                "bs", AttributeValue.fromBs(List.of(SdkBytes.fromByteArray(new byte[] {1})))));

    assertThat(DynamoDbJson.fromJson(JSON.readTree(DynamoDbJson.toJson(row).toString())))
        .isEqualTo(row);
  }

  @Test
  void keyComesFirstAndTheRestByName() {
    var row =
        Map.of(
            "b", AttributeValue.fromS("2"),
            "sk", AttributeValue.fromS("s"),
            "a", AttributeValue.fromS("1"),
            "pk", AttributeValue.fromS("p"));

    assertThat(DynamoDbJson.toJson(row))
        .hasToString(
            "{\"pk\":{\"S\":\"p\"},\"sk\":{\"S\":\"s\"},\"a\":{\"S\":\"1\"},\"b\":{\"S\":\"2\"}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          []                                 | expected an object of attributes, found an array
          {"x":"secret"}                     | x: expected an object with one type, such as {"S": …}, found text
          {"x":{}}                           | x: expected an object with one type, such as {"S": …}, found an object of 0 fields
          {"x":{"S":"secret","N":"1"}}       | x: expected an object with one type, such as {"S": …}, found an object of 2 fields
          {"x":{"s":"secret"}}               | x: expected one of the types S N B BOOL NULL M L SS NS BS, found another
          {"x":{"S":1}}                      | x.S: expected text, found a number
          {"x":{"S":null}}                   | x.S: expected text, found null
          {"x":{"S":"secret\\uD83D"}}        | x.S: expected Unicode, found half a character
          {"x":{"N":1}}                      | x.N: expected text, found a number
          {"x":{"N":"secret"}}               | x.N: expected a number as text, found other text
          {"x":{"N":"١"}}                    | x.N: expected a number as text, found other text
          {"x":{"N":"1E126"}}                | x.N: expected at most 38 digits between 1E-130 and 1E+126, found more
          {"x":{"N":"1E-131"}}               | x.N: expected at most 38 digits between 1E-130 and 1E+126, found more
          {"x":{"N":"123456789012345678901234567890123456789"}} | x.N: expected at most 38 digits between 1E-130 and 1E+126, found more
          {"x":{"B":"secret!"}}              | x.B: expected Base64, found other text
          {"x":{"BOOL":"true"}}              | x.BOOL: expected true or false, found text
          {"x":{"NULL":false}}               | x.NULL: expected true, found false
          {"x":{"M":[]}}                     | x.M: expected an object of attributes, found an array
          {"x":{"M":{"y":{"L":[{"S":"secret"},{"S":false}]}}}} | x.y[1].S: expected text, found false
          {"x":{"L":{}}}                     | x.L: expected an array, found an object of 0 fields
          {"x":{"SS":[]}}                    | x.SS: expected at least one, found none
          {"x":{"SS":["secret","secret"]}}   | x.SS: expected a set, found an element twice
          {"x":{"SS":["a",1]}}               | x[1]: expected text, found a number
          {"x":{"NS":["1","1.0"]}}           | x.NS: expected a set, found a number twice
          {"x":{"BS":["AA==","AA=="]}}       | x.BS: expected a set, found an element twice
          {"x":{"M":{"\\uD83D":{"S":"a"}}}}  | x: expected names in Unicode, found half a character
          """)
  void whatIsNoRowIsRefusedWithThePlaceAndWithoutTheText(String json, String message)
      throws JsonProcessingException {
    var parsed = JSON.readTree(json);

    assertThatThrownBy(() -> DynamoDbJson.fromJson(parsed))
        .isInstanceOf(DynamoDbJsonException.class)
        .hasMessage(message)
        .hasMessageNotContaining("secret");
  }

  @Test
  void nestingIsRefusedWhereDynamoDbRefusesIt() throws JsonProcessingException {
    var parsed = JSON.readTree("{\"x\":" + "{\"L\":[".repeat(33) + "]}".repeat(33) + "}");
    assertThat(DynamoDbJson.fromJson(parsed)).containsKey("x");

    var deeper = JSON.readTree("{\"x\":" + "{\"L\":[".repeat(34) + "]}".repeat(34) + "}");
    assertThatThrownBy(() -> DynamoDbJson.fromJson(deeper))
        .hasMessageEndingWith("expected at most 32 levels, found more");
  }
}
