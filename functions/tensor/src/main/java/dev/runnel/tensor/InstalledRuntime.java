package dev.runnel.tensor;

import java.lang.reflect.Field;
import java.lang.reflect.Method;

/**
 * ONNX Runtime's native part, loaded from where it is installed. Before the library does so itself,
 * it makes a folder in {@code java.io.tmpdir}, wherever its files lie, and a read-only system has
 * no place for one; it offers no other way, hence the reflection on the steps it takes after that.
 */
final class InstalledRuntime {

  /** {@code ORT_API_VERSION_14}, the one that the library's Java part is written against. */
  private static final int API_VERSION = 14;

  private InstalledRuntime() {}

  /** To be called before anything else of the library, and once. */
  // Only a native executable comes here, in which all code may load native code.
  @SuppressWarnings("restricted")
  static void load(Installation installation) throws ReflectiveOperationException {
    // The second needs the first, and finds it because it is there already.
    System.load(installation.file(System.mapLibraryName("onnxruntime")).toString());
    System.load(installation.file(System.mapLibraryName("onnxruntime4j_jni")).toString());
    Class<?> library = Class.forName("ai.onnxruntime.OnnxRuntime");
    Method api = library.getDeclaredMethod("initialiseAPIBase", int.class);
    api.setAccessible(true);
    field(library, "ortApiHandle").setLong(null, (long) api.invoke(null, API_VERSION));
    field(library, "loaded").setBoolean(null, true);
  }

  private static Field field(Class<?> library, String name) throws NoSuchFieldException {
    Field field = library.getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }
}
