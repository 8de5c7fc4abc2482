payload ++ {sum: payload.small + payload.big}
