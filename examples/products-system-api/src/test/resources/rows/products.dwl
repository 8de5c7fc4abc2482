[
    {sku: "FIL-HUILA-250", name: "Huila, 250 g", category: "FILTER", origin: "Colombia", price: 11.75, currency: "EUR"},
    {sku: "FIL-KOCHERE-250", name: "Kochere, 250 g", category: "FILTER", origin: "Ethiopia", price: 13.25, currency: "EUR"}
]
