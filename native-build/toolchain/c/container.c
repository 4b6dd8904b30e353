/* libsvm_container: the limits of cgroups, version 2 or 1. As HotSpot says it, -1 is unlimited, -2
 * is not supported. */
#define _GNU_SOURCE
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <stdint.h>
#include <unistd.h>
#define VERSION 240100
static int kind; /* 0 none, 1 v1, 2 v2 */
static char mem[4200], cpu[4200];
static long num(const char *dir, const char *file) {
  char p[4500], b[64];
  snprintf(p, sizeof p, "%s/%s", dir, file);
  FILE *f = fopen(p, "re");
  if (!f) return -2;
  char *r = fgets(b, sizeof b, f);
  fclose(f);
  if (!r) return -2;
  if (!strncmp(b, "max", 3)) return -1;
  unsigned long v = strtoul(b, NULL, 10);
  return v >= 0x7ffffffffffff000UL ? -1 : (long)v;
}
static void where(char *out, const char *root, const char *path, const char *probe) {
  char t[4200], p[4500];
  snprintf(t, sizeof t, "%s%s", root, strcmp(path, "/") ? path : "");
  snprintf(p, sizeof p, "%s/%s", t, probe);
  strcpy(out, access(p, R_OK) == 0 ? t : root);
}
static int has(const char *list, const char *w) {
  size_t n = strlen(w);
  for (const char *s = list; (s = strstr(s, w)); s += n)
    if ((s == list || s[-1] == ',') && (s[n] == 0 || s[n] == ',')) return 1;
  return 0;
}
static uint64_t host_memory(void) {
  return (uint64_t)sysconf(_SC_PHYS_PAGES) * (uint64_t)sysconf(_SC_PAGESIZE);
}
long svm_container_memory_limit_in_bytes(void);
static int cpu_limit(void) {
  long quota = -1, period = -1;
  if (kind == 2) {
    char p[4500], q[32];
    snprintf(p, sizeof p, "%s/cpu.max", cpu);
    FILE *f = fopen(p, "re");
    if (f) {
      if (fscanf(f, "%31s %ld", q, &period) == 2 && strcmp(q, "max")) quota = atol(q);
      fclose(f);
    }
  } else if (kind == 1) {
    char p[4500];
    snprintf(p, sizeof p, "%s/cpu.cfs_quota_us", cpu);
    FILE *f = fopen(p, "re");
    if (f) {
      if (fscanf(f, "%ld", &quota) != 1) quota = -1;
      fclose(f);
    }
    period = num(cpu, "cpu.cfs_period_us");
  }
  return quota > 0 && period > 0 ? (int)((quota + period - 1) / period) : -1;
}
static int host_cpus(void) {
  cpu_set_t s;
  CPU_ZERO(&s);
  if (sched_getaffinity(0, sizeof s, &s) == 0) return CPU_COUNT(&s);
  long n = sysconf(_SC_NPROCESSORS_ONLN);
  return n > 0 ? (int)n : 1;
}
int svm_container_initialize(int version) {
  if (version > VERSION) return 2;
  if (version < VERSION) return 3;
  char line[8192];
  FILE *f = fopen("/proc/self/cgroup", "re");
  if (!f) return 0;
  int v2 = access("/sys/fs/cgroup/cgroup.controllers", R_OK) == 0;
  while (fgets(line, sizeof line, f)) {
    line[strcspn(line, "\n")] = 0;
    char *c = strchr(line, ':'), *path = c ? strchr(c + 1, ':') : NULL;
    if (!path) continue;
    *path++ = 0;
    c++;
    if (strlen(path) > 4000) continue;
    if (v2 && !*c) {
      kind = 2;
      where(mem, "/sys/fs/cgroup", path, "memory.max");
      where(cpu, "/sys/fs/cgroup", path, "cpu.max");
    }
    if (!v2 && has(c, "memory")) {
      kind = 1;
      where(mem, "/sys/fs/cgroup/memory", path, "memory.limit_in_bytes");
    }
    if (!v2 && has(c, "cpu")) {
      kind = 1;
      where(cpu, "/sys/fs/cgroup/cpu", path, "cpu.cfs_quota_us");
    }
  }
  fclose(f);
  if (!kind) return 0;
  long m = svm_container_memory_limit_in_bytes();
  int q = cpu_limit();
  return (m > 0 && (uint64_t)m < host_memory()) || (q > 0 && q < host_cpus()) ? 1 : 0;
}
long svm_container_memory_limit_in_bytes(void) {
  long v = kind == 2 ? num(mem, "memory.max") : kind == 1 ? num(mem, "memory.limit_in_bytes") : -2;
  return v > 0 && (uint64_t)v >= host_memory() ? -1 : v;
}
uint64_t svm_container_physical_memory(void) {
  long v = svm_container_memory_limit_in_bytes();
  return v > 0 ? (uint64_t)v : host_memory();
}
long svm_container_memory_and_swap_limit_in_bytes(void) {
  if (kind == 2) {
    long s = num(mem, "memory.swap.max"), m = svm_container_memory_limit_in_bytes();
    return s < 0 || m < 0 ? (s == -2 ? m : -1) : s + m;
  }
  return kind == 1 ? num(mem, "memory.memsw.limit_in_bytes") : -2;
}
long svm_container_memory_soft_limit_in_bytes(void) {
  return kind == 2   ? num(mem, "memory.low")
         : kind == 1 ? num(mem, "memory.soft_limit_in_bytes")
                     : -2;
}
long svm_container_memory_usage_in_bytes(void) {
  return kind == 2   ? num(mem, "memory.current")
         : kind == 1 ? num(mem, "memory.usage_in_bytes")
                     : -2;
}
long svm_container_memory_max_usage_in_bytes(void) {
  return kind == 2   ? num(mem, "memory.peak")
         : kind == 1 ? num(mem, "memory.max_usage_in_bytes")
                     : -2;
}
static long stat_key(const char *k) {
  char p[4500], n[64];
  long v;
  snprintf(p, sizeof p, "%s/memory.stat", mem);
  FILE *f = fopen(p, "re");
  if (!f) return -2;
  long r = -2;
  while (fscanf(f, "%63s %ld", n, &v) == 2)
    if (!strcmp(n, k)) {
      r = v;
      break;
    }
  fclose(f);
  return r;
}
long svm_container_rss_usage_in_bytes(void) { return stat_key(kind == 2 ? "anon" : "rss"); }
long svm_container_cache_usage_in_bytes(void) { return stat_key(kind == 2 ? "file" : "cache"); }
int svm_container_active_processor_count(void) {
  int h = host_cpus(), q = cpu_limit();
  return q > 0 && q < h ? q : h;
}
