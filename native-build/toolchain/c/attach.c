/* The attach API, which images with --enable-monitoring=jcmd use. */
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
void svm_attach_startup(const char *p) {
  struct stat st;
  if (stat(p, &st) == 0) unlink(p);
}
void svm_attach_listener_cleanup(int s, const char *p) {
  if (s != -1) {
    shutdown(s, SHUT_RDWR);
    close(s);
  }
  if (p && *p) unlink(p);
}
int svm_attach_check_socket_file(const char *p) {
  struct stat st;
  return stat(p, &st) == 0 && st.st_uid == geteuid() && st.st_gid == getegid();
}
int svm_attach_is_init_trigger(const char *p) {
  struct stat st;
  return stat(p, &st) == 0 && st.st_uid == geteuid();
}
int svm_attach_create_listener(const char *p) {
  struct sockaddr_un a;
  char tmp[sizeof a.sun_path];
  if ((size_t)snprintf(tmp, sizeof tmp, "%s.tmp", p) >= sizeof tmp) return -1;
  int l = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (l < 0) return -1;
  memset(&a, 0, sizeof a);
  a.sun_family = AF_UNIX;
  strcpy(a.sun_path, tmp);
  unlink(tmp);
  mode_t m = umask(0177);
  int r = bind(l, (struct sockaddr *)&a, sizeof a);
  umask(m);
  if (r == 0) r = listen(l, 5);
  if (r == 0) r = rename(tmp, p);
  if (r != 0) {
    close(l);
    unlink(tmp);
    return -1;
  }
  return l;
}
int svm_attach_wait_for_request(int l) {
  for (;;) {
    int s;
    do s = accept4(l, NULL, NULL, SOCK_CLOEXEC);
    while (s < 0 && errno == EINTR);
    if (s < 0) return -1;
    struct ucred c;
    socklen_t n = sizeof c;
    if (getsockopt(s, SOL_SOCKET, SO_PEERCRED, &c, &n) == 0 && (c.uid == geteuid() || c.uid == 0))
      return s;
    close(s);
  }
}
void svm_attach_shutdown_socket(int s) { shutdown(s, SHUT_RDWR); }
