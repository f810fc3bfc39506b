package com.cruddur.messages.testing;

/// A processor that functions run on, under each of its names.
public enum Processor {
  X86_64("x86_64", "amd64", "x86_64"),
  ARM64("arm64", "arm64", "aarch_64");

  private final String lambda;
  private final String docker;
  private final String runtimeClient;

  Processor(String lambda, String docker, String runtimeClient) {
    this.lambda = lambda;
    this.docker = docker;
    this.runtimeClient = runtimeClient;
  }

  /// That of this machine.
  public static Processor here() {
    return System.getProperty("os.arch").equals("aarch64") ? ARM64 : X86_64;
  }

  /// As Lambda names it, and the archives are named after it.
  public String lambda() {
    return lambda;
  }

  /// As Docker names it, and the image's folders are named after it.
  public String docker() {
    return docker;
  }

  /// As Lambda's runtime client names its native library for it.
  public String runtimeClient() {
    return runtimeClient;
  }
}
