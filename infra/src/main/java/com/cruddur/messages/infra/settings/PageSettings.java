package com.cruddur.messages.infra.settings;

import static com.cruddur.messages.infra.settings.Field.field;

/// The page.
///
/// @param domain its own domain; null for the one that CloudFront gives it
public record PageSettings(Domain domain) {
  /// A domain whose records in the DNS its owner leads to CloudFront himself.
  ///
  /// @param name such as `messages.example.com`
  /// @param certificateArn of a certificate for it in us-east-1, where CloudFront looks for it
  public record Domain(String name, String certificateArn) {
    public Domain {
      field("name").required(name, "the domain, such as messages.example.com");
      field("name")
          .check(
              name.matches("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}"),
              "is no domain; write one such as messages.example.com, without https://");
      field("certificateArn").required(certificateArn, "arn:aws:acm:us-east-1:…:certificate/…");
      field("certificateArn")
          .check(
              certificateArn.matches("arn:aws:acm:us-east-1:[0-9]{12}:certificate/[0-9a-f-]{36}"),
              "is no certificate that CloudFront takes; write"
                  + " arn:aws:acm:us-east-1:…:certificate/…");
    }
  }
}
