package dev.runnel.tensor;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Optional;

/**
 * ONNX Runtime's environment, there until the process is gone. The library frees it in a shutdown
 * hook, whoever may be using it at that moment, and the process then crashes instead of stopping
 * (microsoft/onnxruntime issue 31352). The environment counts its references, so one more, which is
 * never given back, keeps it; the library offers no way to take one, hence the reflection.
 */
final class LastingEnvironment {

  private static final OrtEnvironment ENVIRONMENT = started();

  private LastingEnvironment() {}

  static OrtEnvironment get() {
    return ENVIRONMENT;
  }

  /** New options of a session; made here, since nothing of the library may be used before it. */
  static OrtSession.SessionOptions options() {
    return new OrtSession.SessionOptions();
  }

  private static OrtEnvironment started() {
    try {
      Optional<Installation> installation = Installation.here();
      if (installation.isPresent()) {
        InstalledRuntime.load(installation.get());
      }
      return kept(OrtEnvironment.getEnvironment());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "This version of ONNX Runtime is not built as expected; see InstalledRuntime and LastingEnvironment.",
          e);
    }
  }

  private static OrtEnvironment kept(OrtEnvironment environment)
      throws ReflectiveOperationException {
    Field library = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
    library.setAccessible(true);
    Method reference =
        OrtEnvironment.class.getDeclaredMethod("createHandle", long.class, int.class, String.class);
    reference.setAccessible(true);
    reference.invoke(
        null,
        library.getLong(null),
        OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING.getValue(),
        SentenceEncoder.MODEL);
    return environment;
  }
}
