/** Discord's numbers for its components: their package at run time would be most of the page. */
import type { ButtonStyle, ComponentType } from 'discord-api-types/v10';

export const ACTION_ROW = 1 as ComponentType.ActionRow;
export const BUTTON = 2 as ComponentType.Button;
export const STRING_SELECT = 3 as ComponentType.StringSelect;
export const SECTION = 9 as ComponentType.Section;
export const TEXT_DISPLAY = 10 as ComponentType.TextDisplay;
export const THUMBNAIL = 11 as ComponentType.Thumbnail;
export const MEDIA_GALLERY = 12 as ComponentType.MediaGallery;
export const FILE = 13 as ComponentType.File;
export const SEPARATOR = 14 as ComponentType.Separator;
export const CONTAINER = 17 as ComponentType.Container;

export const LINK = 5 as ButtonStyle.Link;
export const PREMIUM = 6 as ButtonStyle.Premium;
