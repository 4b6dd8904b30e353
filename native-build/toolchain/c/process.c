/* What liblibchelper of GraalVM answers about the process: environment, threads, memory, files,
 * time zone. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>
extern char **environ;
char **getEnviron(void) { return environ; }
void codeSynchronization_clearCache(char *start, size_t size) {
  __builtin___clear_cache(start, start + size);
}
int getThreadId(void) { return (int)syscall(SYS_gettid); }
long getThreadUserTimeSlow(int tid) {
  char p[64], buf[2048];
  snprintf(p, sizeof p, "/proc/self/task/%d/stat", tid);
  int fd = open(p, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return -1;
  ssize_t n = read(fd, buf, sizeof buf - 1);
  close(fd);
  if (n <= 0) return -1;
  buf[n] = 0;
  char *s = strrchr(buf, ')');
  unsigned long ut;
  if (!s || sscanf(s + 1, " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu", &ut) != 1) return -1;
  return (long)(ut * (1000000000ULL / (unsigned long)sysconf(_SC_CLK_TCK)));
}
void *mremapP(void *o, size_t os, size_t ns, int flags, void *na) {
  return mremap(o, os, ns, flags, na);
}
int fprintfSD(FILE *s, const char *fmt, const char *a0, int a1) { return fprintf(s, fmt, a0, a1); }
int openSII(const char *p, int flags, int mode) { return open(p, flags, mode); }
int openatISII(int d, const char *p, int flags, int mode) { return openat(d, p, flags, mode); }

/* The time zone: libjava.a knows it (TimeZone_md.c), and does not use its argument, java.home, on
 * Linux. */
extern char *findJavaTZ_md(const char *java_home_dir);
char *SVM_FindJavaTZmd(const char *mappings, int len) {
  (void)mappings;
  (void)len;
  return findJavaTZ_md(NULL);
}
