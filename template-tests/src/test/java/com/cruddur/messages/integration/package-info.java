/// The same tests against the whole product, wherever it runs: `-Dit.target=local` (the default, `bin/dev`), `localstack` or
/// `aws`. How it is reached there is [com.cruddur.messages.integration.product.Target]'s business.
///
/// | property | |
/// |---|---|
/// | `it.target` | `local`, `localstack` or `aws` |
/// | `it.required` | `true`: a target that is not there is a failure. Otherwise its tests are skipped, with the reason |
/// | `it.endpoint` | a running LocalStack, `http://localhost:4566`; without it one is started, where Docker runs |
/// | `it.host` | by which name LocalStack's Lambda containers reach this machine, `host.docker.internal` by default |
/// | `it.stage` | the deployed stage on AWS, `dev` by default |
package com.cruddur.messages.integration;
