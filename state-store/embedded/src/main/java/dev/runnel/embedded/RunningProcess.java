package dev.runnel.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A process of this machine that lives. */
record RunningProcess(ProcessHandle handle) {

  /** Empty where there is none, or only what a parent that does not care has left of it. */
  static Optional<RunningProcess> of(long pid) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .map(RunningProcess::new)
        .filter(it -> !it.isZombie());
  }

  /** Whether its command line has this path. Where that cannot be seen: yes. */
  boolean mentions(Path path) {
    return handle
        .info()
        .arguments()
        .map(
            arguments -> {
              for (String argument : arguments) {
                if (argument.equals(path.toString())) {
                  return true;
                }
              }
              return false;
            })
        .orElse(true);
  }

  /** As in a container whose first process is a JVM: it does not reap what was orphaned. */
  private boolean isZombie() {
    Path stat = Path.of("/proc", Long.toString(handle.pid()), "stat");
    try {
      // The state follows the name, which is in parentheses and may have some of its own.
      String text = Files.readString(stat, StandardCharsets.ISO_8859_1);
      return text.startsWith(") Z", text.lastIndexOf(')'));
    } catch (IOException e) {
      return false;
    }
  }
}
