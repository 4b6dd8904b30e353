package dev.runnel.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * As whom the server runs, which is never root: PostgreSQL refuses that.
 *
 * @param prefix the command that runs another one as that user; empty for ourselves
 * @param uid the user who must own all that the server touches, or -1 where that is so anyway
 */
record ServerUser(List<String> prefix, int uid) {

  private static final int OURSELVES = -1;
  private static final String UID = "unix:uid";

  /** Makes the list immutable. */
  ServerUser {
    prefix = List.copyOf(prefix);
  }

  /**
   * Who may run the server over this folder.
   *
   * <p>Root runs it as the folder's owner. Where that is root, the server gets a user namespace of
   * its own, in which it does not look like root and yet owns the same files; where that is
   * forbidden, as in many containers, the folder is given to {@code nobody}.
   */
  static ServerUser of(DataFolder folder) throws IOException {
    if (number("id", "-u") != 0) {
      return new ServerUser(List.of(), OURSELVES);
    }
    int owner = (Integer) Files.getAttribute(folder.root(), UID);
    if (owner == 0 && works(List.of("unshare", "-U"))) {
      return new ServerUser(List.of("unshare", "-U"), OURSELVES);
    }
    return switched(owner == 0 ? number("id", "-u", "nobody") : owner, folder);
  }

  /** The user of this number, by the first way that works here. */
  static ServerUser switched(int uid, DataFolder folder) throws IOException {
    String name = Command.run(List.of("id", "-nu", Integer.toString(uid))).output();
    for (var prefix : List.of(bySetpriv(uid), bySu(name))) {
      if (works(prefix)) {
        var user = new ServerUser(prefix, uid);
        user.own(folder);
        return user;
      }
    }
    throw new DatabaseUnavailableException(
        "PostgreSQL does not run as root, and neither 'unshare -U' nor 'setpriv --reuid' nor 'su' works here. Start Runnel as another user who owns %s, or use a PostgreSQL server of your own."
            .formatted(folder.root()));
  }

  private static List<String> bySetpriv(int uid) {
    return List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups", "--");
  }

  /** The slower way: it asks PAM, and stays as a process. */
  static List<String> bySu(String name) {
    return List.of("su", "-s", "/bin/sh", name, "-c", "exec \"$@\"", "--", "sh");
  }

  /** Whether another user than the one who asks runs the server. */
  boolean isAnother() {
    return uid != OURSELVES;
  }

  /** The command that runs this one as the server's user. */
  List<String> command(List<String> program) {
    return Stream.concat(prefix.stream(), program.stream()).toList();
  }

  List<String> command(Path program, String... arguments) {
    var words = new ArrayList<String>();
    words.add(program.toString());
    words.addAll(List.of(arguments));
    return command(words);
  }

  /** Gives the user what was just written. */
  void give(Path file) throws IOException {
    if (isAnother()) {
      Files.setAttribute(file, UID, uid, LinkOption.NOFOLLOW_LINKS);
    }
  }

  private void own(DataFolder folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder.root())) {
      for (Path file : (Iterable<Path>) files::iterator) {
        give(file);
      }
    }
    if (!Command.run(command(List.of("test", "-w", folder.root().toString()))).worked()) {
      throw new DatabaseUnavailableException(
          "PostgreSQL does not run as root, and the user %d, who would run it, cannot reach %s. Let everybody pass the folders above it (chmod o+x), or name a folder elsewhere, such as one in /var/lib."
              .formatted(uid, folder.root()));
    }
  }

  private static boolean works(List<String> prefix) {
    try {
      Command tried = Command.run(Stream.concat(prefix.stream(), Stream.of("id", "-u")).toList());
      return tried.worked() && !tried.output().equals("0");
    } catch (IOException e) {
      // There is no such program.
      return false;
    }
  }

  private static int number(String... program) throws IOException {
    Command asked = Command.run(List.of(program));
    if (!asked.output().matches("[0-9]{1,9}")) {
      throw new IOException(
          "'%s' answered: %s".formatted(String.join(" ", program), asked.output()));
    }
    return Integer.parseInt(asked.output());
  }
}
