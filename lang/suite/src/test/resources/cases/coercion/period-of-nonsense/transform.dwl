"1 day" as Period
