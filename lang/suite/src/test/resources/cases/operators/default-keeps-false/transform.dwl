[null default 1, false default true, {}.a.b default "x", "" default "y"]
