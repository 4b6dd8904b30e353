/* The few JVM_ functions which the static libraries of the JDK use and an image can really reach.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <pthread.h>
#include <time.h>
#include <unistd.h>
void initialize(void) {}
int JVM_ActiveProcessorCount(void) {
  cpu_set_t s;
  CPU_ZERO(&s);
  if (sched_getaffinity(0, sizeof s, &s) == 0) return CPU_COUNT(&s);
  long n = sysconf(_SC_NPROCESSORS_ONLN);
  return n > 0 ? (int)n : 1;
}
int64_t JVM_CurrentTimeMillis(void *e, void *i) {
  (void)e;
  (void)i;
  struct timespec t;
  clock_gettime(CLOCK_REALTIME, &t);
  return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}
int64_t JVM_NanoTime(void *e, void *i) {
  (void)e;
  (void)i;
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (int64_t)t.tv_sec * 1000000000LL + t.tv_nsec;
}
int64_t JVM_GetNanoTimeAdjustment(void *e, void *c, int64_t off) {
  (void)e;
  (void)c;
  struct timespec t;
  clock_gettime(CLOCK_REALTIME, &t);
  int64_t d = (int64_t)t.tv_sec - off;
  if (d > 0x100000000LL || d < -0x100000000LL) return -1;
  return d * 1000000000LL + t.tv_nsec;
}
int64_t Java_java_lang_System_currentTimeMillis(void *e, void *i) {
  return JVM_CurrentTimeMillis(e, i);
}
int64_t Java_java_lang_System_nanoTime(void *e, void *i) { return JVM_NanoTime(e, i); }
int64_t Java_jdk_internal_misc_VM_getNanoTimeAdjustment(void *e, void *c, int64_t o) {
  return JVM_GetNanoTimeAdjustment(e, c, o);
}
void JVM_Halt(int c) { _exit(c); }
void JVM_BeforeHalt(void) {}
void *JVM_FindLibraryEntry(void *h, const char *n) { return dlsym(h, n); }
int JVM_GetLastErrorString(char *b, int len) {
  if (errno == 0 || len <= 0) return 0;
  const char *s = strerror(errno);
  size_t n = strlen(s);
  if (n >= (size_t)len) n = len - 1;
  memcpy(b, s, n);
  b[n] = 0;
  return (int)n;
}
int JVM_GetInterfaceVersion(void) { return 6; }
char *JVM_NativePath(char *p) { return p; }
int JVM_RaiseSignal(int s) { return raise(s) == 0; }
int JVM_FindSignal(const char *n) {
  (void)n;
  return -1;
}
unsigned char JVM_IsStaticallyLinked(void) { return 1; }
unsigned char JVM_IsUseContainerSupport(void) { return 0; }
unsigned char JVM_IsContainerized(void) { return 0; }
unsigned char JVM_IsSupportedJNIVersion(int v) { return v >= 0x00010001; }
void *JVM_RawMonitorCreate(void) {
  pthread_mutex_t *m = malloc(sizeof *m);
  if (m) pthread_mutex_init(m, NULL);
  return m;
}
void JVM_RawMonitorDestroy(void *m) {
  pthread_mutex_destroy(m);
  free(m);
}
int JVM_RawMonitorEnter(void *m) { return pthread_mutex_lock(m); }
void JVM_RawMonitorExit(void *m) { pthread_mutex_unlock(m); }
void *JVM_LoadLibrary(const char *n, unsigned char t) {
  (void)t;
  return dlopen(n, RTLD_LAZY);
}
void JVM_UnloadLibrary(void *h) { dlclose(h); }
int jio_vsnprintf(char *b, size_t n, const char *f, va_list a) {
  if ((intptr_t)n <= 0) return -1;
  int r = vsnprintf(b, n, f, a);
  if (r < 0 || (size_t)r >= n) {
    b[n - 1] = 0;
    r = -1;
  }
  return r;
}
int jio_snprintf(char *b, size_t n, const char *f, ...) {
  va_list a;
  va_start(a, f);
  int r = jio_vsnprintf(b, n, f, a);
  va_end(a);
  return r;
}
int jio_vfprintf(FILE *s, const char *f, va_list a) { return vfprintf(s, f, a); }
int jio_fprintf(FILE *s, const char *f, ...) {
  va_list a;
  va_start(a, f);
  int r = vfprintf(s, f, a);
  va_end(a);
  return r;
}
