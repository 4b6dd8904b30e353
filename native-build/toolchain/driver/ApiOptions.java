package dev.runnel.toolchain.driver;

import com.oracle.svm.core.option.APIOption;
import com.oracle.svm.core.option.APIOptionGroup;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Function;
import jdk.graal.compiler.options.OptionDescriptor;
import jdk.graal.compiler.options.OptionDescriptors;

/**
 * The options of {@code native-image} such as {@code --no-fallback}, each for one of the builder's
 * own: the builder declares them by annotation, and GraalVM's driver translates them.
 */
final class ApiOptions {

  private final Map<String, ApiOption> byName = new TreeMap<>();

  /** The options that the builder on the module path declares. */
  static ApiOptions ofBuilder() throws ReflectiveOperationException {
    var options = new ApiOptions();
    for (var descriptors :
        ServiceLoader.load(OptionDescriptors.class, ClassLoader.getSystemClassLoader())) {
      for (OptionDescriptor descriptor : descriptors) {
        if (descriptor.getDeclaringClass().getName().startsWith("com.oracle.svm")) {
          options.declare(descriptor);
        }
      }
    }
    return options;
  }

  private void declare(OptionDescriptor descriptor) throws ReflectiveOperationException {
    Field field;
    try {
      field = descriptor.getDeclaringClass().getDeclaredField(descriptor.getFieldName());
    } catch (NoSuchFieldException e) {
      return; // declared in another way, and not for users
    }
    for (APIOption api : field.getAnnotationsByType(APIOption.class)) {
      String group = group(api);
      for (String name : api.name()) {
        String full = group.isEmpty() ? APIOption.Utils.optionName(name) : group + name;
        byName.put(full, ApiOption.of(full, api, descriptor));
      }
    }
  }

  private static String group(APIOption api) throws ReflectiveOperationException {
    return api.group() == APIOption.NullGroup.class
        ? ""
        : APIOption.Utils.groupName((APIOptionGroup) create(api.group()));
  }

  /**
   * What the builder is to be told instead of the argument.
   *
   * @param rest the arguments that follow, of which the option's value is taken
   * @return empty: no such option is known
   */
  Optional<ApiUse> find(String argument, Deque<String> rest) {
    ApiOption exact = byName.get(argument);
    if (exact != null) {
      String value = exact.takesNextArgument() ? rest.poll() : null;
      return Optional.of(new ApiUse(exact, value));
    }
    ApiUse longest = null;
    for (ApiOption option : byName.values()) {
      Optional<String> value = option.valueIn(argument);
      if (value.isPresent()
          && (longest == null || option.name().length() > longest.option().name().length())) {
        longest = new ApiUse(option, value.get());
      }
    }
    return Optional.ofNullable(longest);
  }

  /** One option as it is used. */
  record ApiUse(ApiOption option, String value) {

    String builderArgument(String origin) {
      return option.builderArgument(value, origin);
    }
  }

  /**
   * One of them.
   *
   * @param separators what may stand between name and value
   * @param builderOption the builder's option, without {@code -H:}
   * @param fixed the value, where the option has only one
   * @param missing the value where none is given
   * @param transformers what turns the user's value into the builder's
   */
  record ApiOption(
      String name,
      char[] separators,
      String builderOption,
      boolean bool,
      boolean negated,
      String fixed,
      String missing,
      List<Function<Object, Object>> transformers) {

    @SuppressWarnings("unchecked") // the annotation's own type says so
    static ApiOption of(String name, APIOption api, OptionDescriptor descriptor)
        throws ReflectiveOperationException {
      var transformers = new ArrayList<Function<Object, Object>>();
      for (var type : api.valueTransformer()) {
        if (type != (Class<?>) APIOption.DefaultTransformer.class) {
          transformers.add((Function<Object, Object>) create(type));
        }
      }
      return new ApiOption(
          name,
          api.valueSeparator(),
          descriptor.getName(),
          descriptor.getOptionValueType() == Boolean.class,
          api.kind() == APIOption.APIOptionKind.Negated,
          api.fixedValue().length > 0 ? api.fixedValue()[0] : null,
          api.defaultValue().length > 0 ? api.defaultValue()[0] : null,
          transformers);
    }

    boolean takesNextArgument() {
      return fixed == null
          && !bool
          && new String(separators).indexOf(APIOption.WHITESPACE_SEPARATOR) >= 0;
    }

    /** The value, where the argument is this option, a separator and a value. */
    Optional<String> valueIn(String argument) {
      for (char separator : fixed == null ? separators : new char[0]) {
        String prefix = separator == APIOption.NO_SEPARATOR ? name : name + separator;
        if (separator != APIOption.WHITESPACE_SEPARATOR && argument.startsWith(prefix)) {
          return Optional.of(argument.substring(prefix.length()));
        }
      }
      return Optional.empty();
    }

    String builderArgument(String given, String origin) {
      if (bool && transformers.isEmpty() && fixed == null) {
        boolean on = negated == "false".equals(given);
        return "-H:" + (on ? '+' : '-') + builderOption + "@" + origin;
      }
      String value = fixed != null ? fixed : given != null ? given : missing;
      Object translated = value == null ? "" : value;
      for (var transformer : transformers) {
        translated = transformer.apply(translated);
      }
      return "-H:" + builderOption + "@" + origin + "=" + translated;
    }
  }

  private static Object create(Class<?> type) throws ReflectiveOperationException {
    var constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    return constructor.newInstance();
  }
}
