/** Before each file the tables are made anew, which takes longer on a machine that has much else to do. */
jest.setTimeout(60_000);
