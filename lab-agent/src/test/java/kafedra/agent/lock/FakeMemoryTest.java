package kafedra.agent.lock;

class FakeMemoryTest implements SeatMemoryContract {
  private final FakeMemory memory = new FakeMemory();

  @Override
  public SeatMemory memory() {
    return memory;
  }
}
