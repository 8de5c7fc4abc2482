[sizeOf(null), isEmpty(null), upper(null), null map $, null filter $, null contains 1, null splitBy ",", trim(null), keysOf(null), null orderBy $, null groupBy $, isBlank(null), null joinBy ","]
