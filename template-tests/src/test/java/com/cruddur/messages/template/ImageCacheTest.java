package com.cruddur.messages.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.events.Event;
import com.cruddur.messages.events.SeededStores;
import com.cruddur.messages.handler.ShowUserHandler;
import com.cruddur.messages.template.Synthesis.Apps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// An image whose AOT cache cannot be used: its functions start slower, and nothing else.
@EnabledOnOs(value = OS.LINUX, disabledReason = "Lambda's runtime client runs on Linux only")
@ExtendWith({SeededStores.AsSeeded.class, Synthesis.class})
class ImageCacheTest {
  private static final String HANDLER = ShowUserHandler.class.getName();

  @TempDir Path folder;

  private ImageLayout image;

  @BeforeEach
  void assemble() throws IOException {
    image = new ImageLayout(folder.resolve("image"));
    image.assemble();
  }

  @Test
  void aFunctionWithoutACacheAnswers(Apps apps, SeededStores stores) throws Exception {
    assertThat(saidWhileAnswering(apps, stores)).isEmpty();
  }

  @Test
  void aFunctionWithABrokenCacheAnswersAndSaysThatItIsBroken(Apps apps, SeededStores stores)
      throws Exception {
    var cache = image.cache(HANDLER);
    Files.createDirectories(cache.getParent());
    Files.writeString(cache, "no cache");
    assertThat(saidWhileAnswering(apps, stores).lines())
        .isNotEmpty()
        .allMatch(line -> line.contains("[error][aot]"));
  }

  // Past Lambda's log.
  private String saidWhileAnswering(Apps apps, SeededStores stores)
      throws IOException, InterruptedException {
    var function =
        TemplateFunctions.of(apps.dev()).values().stream()
            .filter(each -> each.get("Handler").textValue().equals(HANDLER))
            .findFirst()
            .orElseThrow();
    var environment = FunctionRuns.environment(function, stores);
    try (var runtime = new RuntimeProcess(function, environment, image, folder.resolve("logs"))) {
      for (var event : Event.of(ShowUserHandler.class)) {
        event.answer().assertIs(runtime.answer(event.json().toString()));
      }
      return runtime.output();
    }
  }
}
