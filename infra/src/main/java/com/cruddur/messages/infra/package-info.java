/// The CDK application: everything the product needs in an AWS account.
package com.cruddur.messages.infra;
