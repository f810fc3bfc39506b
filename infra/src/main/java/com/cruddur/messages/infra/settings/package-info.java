/// What may differ between two deployments, and nothing else: records that validate, read once from `stages` in
/// `infra/cdk.json`. Everything that is not here is the same everywhere.
package com.cruddur.messages.infra.settings;
