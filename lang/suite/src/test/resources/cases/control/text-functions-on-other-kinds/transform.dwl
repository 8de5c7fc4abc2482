[upper(1), trim(5), 123 contains 2, sizeOf(123), sizeOf(true), "5" as Number + "6", abs("-3"), daysBetween("2020-01-01", "2020-02-01")]
