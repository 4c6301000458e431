"""What the command line asks, over HTTP: `gesta.api.app.create_app` makes the application that `gesta serve` runs."""
