package dev.runnel.simulation;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Does things once and later, in a process and in virtual time; what nobody here needs it refuses.
 */
final class VirtualScheduler extends AbstractExecutorService implements ScheduledExecutorService {

  private final Machine machine;
  private final VirtualTime time;

  VirtualScheduler(Machine machine, VirtualTime time) {
    this.machine = machine;
    this.time = time;
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
    return scheduled(new Task<@Nullable Object>(command, unit.toNanos(delay)));
  }

  @Override
  public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
    throw new UnsupportedOperationException("only plain actions are scheduled");
  }

  @Override
  public ScheduledFuture<?> scheduleAtFixedRate(
      Runnable command, long initialDelay, long period, TimeUnit unit) {
    throw new UnsupportedOperationException("nothing is repeated by a scheduler");
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(
      Runnable command, long initialDelay, long delay, TimeUnit unit) {
    throw new UnsupportedOperationException("nothing is repeated by a scheduler");
  }

  @Override
  public void execute(Runnable command) {
    machine.after(Duration.ZERO, command);
  }

  @Override
  public void shutdown() {}

  @Override
  public List<Runnable> shutdownNow() {
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return false;
  }

  @Override
  public boolean isTerminated() {
    return false;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    return false;
  }

  private <V extends @Nullable Object> ScheduledFuture<V> scheduled(Task<V> task) {
    machine.after(Duration.ofNanos(task.delay), task);
    return task;
  }

  /** One thing that is to be done, unless it is cancelled. */
  private final class Task<V extends @Nullable Object> extends FutureTask<V>
      implements RunnableScheduledFuture<V> {

    private final long delay;
    private final long due;

    private Task(Runnable command, long delay) {
      super(command, null);
      this.delay = delay;
      this.due = time.passed().toNanos() + delay;
    }

    @Override
    public boolean isPeriodic() {
      return false;
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(due - time.passed().toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }
  }
}
