package kafedra.controller.web;

import kafedra.controller.queue.NextFree;
import kafedra.controller.queue.Waits;

/** What the web speaks for of queues. */
public record QueueServices(Waits waits, NextFree nextFree) {}
