"""The entry for the flet command-line tools, which want it beside `assets/`."""

import flet as ft

from routine_app.app import page_main
from routine_app.data.paths import assets_folder

if __name__ == "__main__":
    ft.run(page_main(), assets_dir=str(assets_folder()), no_cdn=True)
