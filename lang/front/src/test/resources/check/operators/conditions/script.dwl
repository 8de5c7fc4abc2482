[if ([1]) 1 else 2, 1 and payload, not {}, "true" and payload.a, if ("yes") 1 else 2]
