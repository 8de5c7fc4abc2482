type: input ++ output
