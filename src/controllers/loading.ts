import {Task, TaskStatus} from '@lit/task';

/**
 * A task that stops when its host leaves the page, and starts again when it comes back.
 *
 * Until then its last value stays to be shown, also while a newer one is on its way.
 */
export class Loading<A extends readonly unknown[], R> extends Task<A, R> {
  // Not a #field: a host that is on the page already calls hostConnected while Task's constructor still runs.
  private wasStopped?: boolean;

  /** Whether an answer is on its way. */
  get isPending(): boolean {
    return this.status === TaskStatus.PENDING;
  }

  /** Why the last run brought nothing; `undefined` while another one is on its way, or where it was stopped. */
  override get error(): unknown {
    return this.isPending || this.wasStopped ? undefined : super.error;
  }

  hostConnected() {
    if (this.wasStopped) void this.run();
    this.wasStopped = false;
  }

  hostDisconnected() {
    this.wasStopped = this.isPending;
    this.abort();
  }
}
