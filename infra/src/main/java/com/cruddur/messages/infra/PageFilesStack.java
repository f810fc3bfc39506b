package com.cruddur.messages.infra;

import com.cruddur.messages.infra.settings.Settings;
import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.s3.deployment.BucketDeployment;
import software.amazon.awscdk.services.s3.deployment.CacheControl;
import software.amazon.awscdk.services.s3.deployment.ISource;
import software.amazon.awscdk.services.s3.deployment.Source;
import software.constructs.Construct;

/// The files of the page, and `config.json`, which tells it where sign-in and API are.
///
/// First what has a hash in its name, kept for good, also from one release to the next, for tabs
/// that are still open; then what leads there, which browsers ask for anew every time.
final class PageFilesStack extends StageStack {
  private static final String ASSETS = "assets/*";
  private static final List<String> EVERYTHING = List.of("*");

  private final PageSite site;
  private final LogGroup log;

  PageFilesStack(
      Construct app,
      Settings settings,
      PageFolder folder,
      PageSite site,
      TokenIssuer issuer,
      String apiUrl) {
    super(app, settings, "PageFiles", "the files of the page");
    this.site = site;
    this.log =
        LogGroup.Builder.create(this, "UploadLog")
            .retention(settings.functions().logRetention())
            .removalPolicy(settings.retainData() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
            .build();
    var built = Source.asset(folder.path().toString());
    var config = Source.jsonData("config.json", new PageConfig(issuer, apiUrl).toMap(this));
    var assets =
        upload("Assets", List.of(built), "public, max-age=31536000, immutable")
            .exclude(EVERYTHING)
            .include(List.of(ASSETS))
            .build();
    var entry =
        upload("Entry", List.of(built, config), "no-cache")
            .exclude(List.of(ASSETS))
            .distribution(site.distribution())
            .distributionPaths(List.of("/*"))
            .build();
    entry.getNode().addDependency(assets);
  }

  private BucketDeployment.Builder upload(String id, List<ISource> sources, String cacheControl) {
    return BucketDeployment.Builder.create(this, id)
        .sources(sources)
        .destinationBucket(site.bucket())
        .cacheControl(List.of(CacheControl.fromString(cacheControl)))
        .logGroup(log)
        .prune(false)
        // An empty bucket can be deleted.
        .retainOnDelete(false);
  }
}
