package dev.engine.domain.worker;

/**
 * Where a worker that could begin stands in the queue.
 *
 * @param ahead how many have their turn before it; 1,000 stands for as many or more
 * @param atWork how many are at work; 1,000 stands for as many or more
 */
public record Turn(int ahead, int atWork) {}
