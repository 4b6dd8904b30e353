/* sun.misc.Signal: the handler counts and wakes; a thread of the image asks which signal it was. */
#include <errno.h>
#include <semaphore.h>
#include <signal.h>
#include <stdatomic.h>
#ifndef NSIG
#define NSIG 65
#endif
static atomic_int opened;
static atomic_int pending[NSIG + 1];
static sem_t sem;
int cSunMiscSignal_open(void) {
  int z = 0;
  if (!atomic_compare_exchange_strong(&opened, &z, 1)) return 1;
  for (int i = 0; i <= NSIG; i++) atomic_store(&pending[i], 0);
  if (sem_init(&sem, 0, 0) != 0) {
    atomic_store(&opened, 0);
    return -1;
  }
  return 0;
}
int cSunMiscSignal_close(void) {
  int r = sem_destroy(&sem);
  if (r == 0) atomic_store(&opened, 0);
  return r;
}
int cSunMiscSignal_awaitSemaphore(void) {
  int r = sem_wait(&sem);
  return (r != 0 && errno == EINTR) ? 0 : r;
}
int cSunMiscSignal_signalSemaphore(void) { return sem_post(&sem); }
int cSunMiscSignal_signalRangeCheck(int s) { return s >= 0 && s < NSIG; }
int cSunMiscSignal_checkPendingSignal(void) {
  for (int i = 0; i < NSIG; i++) {
    int n = atomic_load(&pending[i]);
    while (n > 0)
      if (atomic_compare_exchange_weak(&pending[i], &n, n - 1)) return i;
  }
  return -1;
}
static void handler(int s) {
  int e = errno;
  if (s >= 0 && s < NSIG) {
    atomic_fetch_add(&pending[s], 1);
    sem_post(&sem);
  }
  errno = e;
}
void *cSunMiscSignal_signalHandlerFunctionPointer(void) { return (void *)handler; }
