[
    {sku: "DEC-SIERRA-250", available: 0, reserved: 0, reorder_level: 8},
    {sku: "FIL-GESHA-100", available: 3, reserved: 1, reorder_level: 5}
]
