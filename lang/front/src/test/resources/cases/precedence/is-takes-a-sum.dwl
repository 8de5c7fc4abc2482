a + 1 is Number and b - |P1D| >> "CET" == c
