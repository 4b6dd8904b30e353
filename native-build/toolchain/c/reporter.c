/* What the builder shows of itself while it builds: its memory, and the width of the terminal. */
#include <jni.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <unistd.h>
JNIEXPORT jlong JNICALL Java_com_oracle_svm_hosted_ProgressReporterCHelper_getPeakRSS0(JNIEnv *e,
                                                                                       jclass c) {
  struct rusage u;
  return getrusage(RUSAGE_SELF, &u) ? -1 : (jlong)u.ru_maxrss * 1024;
}
JNIEXPORT jint JNICALL
Java_com_oracle_svm_hosted_ProgressReporterCHelper_getTerminalWindowColumns0(JNIEnv *e, jclass c) {
  struct winsize w;
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &w) ? -1 : w.ws_col;
}
