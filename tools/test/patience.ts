/** These tests start programs, which takes longer on a machine that has much else to do. */
jest.setTimeout(60_000);
