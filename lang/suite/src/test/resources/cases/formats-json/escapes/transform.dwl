{same: payload.text, size: sizeOf(payload.text), upper: upper(payload.text)}
