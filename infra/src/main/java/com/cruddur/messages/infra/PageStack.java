package com.cruddur.messages.infra;

import com.cruddur.messages.infra.settings.Settings;
import software.amazon.awscdk.CfnOutput;
import software.constructs.Construct;

/// Where the page will be. Made first and empty, because sign-in and API have to know its address;
/// [PageFilesStack] puts the page there when it can be told theirs.
final class PageStack extends StageStack {
  private final PageSite site;

  PageStack(Construct app, Settings settings) {
    super(app, settings, "Page", "the address of the page");
    this.site = new PageSite(this, "PageSite", settings.page());
    CfnOutput.Builder.create(this, "PageUrl").value(site.origin() + "/").build();
  }

  PageSite site() {
    return site;
  }
}
